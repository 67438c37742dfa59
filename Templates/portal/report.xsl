<?xml version="1.0" encoding="UTF-8"?>
<!-- A member reports that the own attendance is recorded wrongly. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns="http://www.w3.org/1999/xhtml"
                xmlns:f="urn:trygghetsregister:functions:1" exclude-result-prefixes="f">
  <xsl:import href="parts/layout.xsl"/>
  <xsl:import href="parts/forms.xsl"/>
  <xsl:template match="page" mode="main">
    <xsl:call-template name="heading"/>
    <xsl:for-each select="occasion">
      <p class="lead"><xsl:value-of select="f:message('report.lead', 'kind', string(@kind), 'day', f:date(string(@day)), 'time', string(@time))"/></p>
      <p>
        <xsl:choose>
          <xsl:when test="@status"><xsl:value-of select="f:message('report.recorded', 'status', string(@status))"/></xsl:when>
          <xsl:otherwise><xsl:value-of select="f:message('report.nothing')"/></xsl:otherwise>
        </xsl:choose>
      </p>
    </xsl:for-each>
    <xsl:apply-templates select="form"/>
  </xsl:template>
</xsl:stylesheet>
