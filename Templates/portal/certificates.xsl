<?xml version="1.0" encoding="UTF-8"?>
<!-- The certificates that a provider has issued. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns="http://www.w3.org/1999/xhtml"
                xmlns:f="urn:trygghetsregister:functions:1" exclude-result-prefixes="f">
  <xsl:import href="parts/layout.xsl"/>
  <xsl:import href="parts/list.xsl"/>
  <xsl:import href="parts/training.xsl"/>
  <xsl:template match="page" mode="main">
    <xsl:call-template name="heading"/>
    <p class="lead"><xsl:value-of select="f:message('certificates.lead')"/></p>
    <xsl:apply-templates select="list" mode="narrow"/>
    <xsl:choose>
      <xsl:when test="certificate">
        <div class="card">
          <table class="stack">
            <thead><tr><th scope="col"><xsl:value-of select="f:message('provider.certificate')"/></th><th scope="col"><xsl:value-of select="f:message('extract.name')"/></th><th scope="col"><xsl:value-of select="f:message('statement.issued')"/></th><th scope="col" class="way"><xsl:value-of select="f:message('member.open-as')"/></th></tr></thead>
            <tbody>
              <xsl:for-each select="certificate">
                <tr>
                  <th scope="row"><span class="nowrap"><xsl:value-of select="@number"/></span><br/><xsl:call-template name="standing"/></th>
                  <td><a href="{@path}"><xsl:value-of select="@holder"/></a><br/><span class="small soft"><xsl:value-of select="concat(@masked, ' · ', f:message(concat('programme.', @programme)))"/></span></td>
                  <td data-label="{f:message('statement.issued')}"><xsl:call-template name="day"><xsl:with-param name="day" select="@issued"/></xsl:call-template></td>
                  <td class="way"><xsl:call-template name="certificate-files"/></td>
                </tr>
              </xsl:for-each>
            </tbody>
          </table>
        </div>
        <xsl:apply-templates select="list" mode="pages"/>
      </xsl:when>
      <xsl:otherwise><xsl:apply-templates select="list" mode="none"><xsl:with-param name="none" select="f:message('certificates.none')"/></xsl:apply-templates></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
