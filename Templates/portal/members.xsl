<?xml version="1.0" encoding="UTF-8"?>
<!-- The members of a ring as its contact person knows them. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns="http://www.w3.org/1999/xhtml"
                xmlns:f="urn:trygghetsregister:functions:1" exclude-result-prefixes="f">
  <xsl:import href="parts/layout.xsl"/>
  <xsl:import href="parts/list.xsl"/>
  <xsl:template match="page" mode="main">
    <xsl:call-template name="heading"/>
    <p class="lead"><xsl:value-of select="f:message('members.lead')"/></p>
    <div class="card">
      <table class="stack">
        <thead><tr><th scope="col"><xsl:value-of select="f:message('extract.name')"/></th><th scope="col"><xsl:value-of select="f:message('extract.born')"/></th><th scope="col"><xsl:value-of select="f:message('members.household')"/></th><th scope="col"><xsl:value-of select="f:message('field.alias')"/></th></tr></thead>
        <tbody>
          <xsl:for-each select="member">
            <tr>
              <th scope="row"><xsl:value-of select="@label"/><xsl:if test="@contact"><br/><span class="small soft"><xsl:value-of select="f:message('ring_contact')"/></span></xsl:if></th>
              <td data-label="{f:message('extract.born')}"><xsl:value-of select="@born"/></td>
              <td data-label="{f:message('members.household')}"><xsl:value-of select="@household"/></td>
              <td>
                <form method="post" action="/ring/deltagare/{@person}/alias" class="inline">
                  <input type="hidden" name="token" value="{/page/@token}"/>
                  <label class="hidden" for="alias-{@person}"><xsl:value-of select="f:message('members.alias-of', 'name', string(@label))"/></label>
                  <input type="text" class="short" id="alias-{@person}" name="alias" value="{@alias}" maxlength="60" autocomplete="off"><xsl:if test="@error"><xsl:attribute name="aria-invalid">true</xsl:attribute><xsl:attribute name="aria-describedby">alias-error-<xsl:value-of select="@person"/></xsl:attribute></xsl:if></input>
                  <button class="linklike small" aria-label="{f:message('members.save-label', 'name', string(@label))}"><xsl:value-of select="f:message('members.save')"/></button>
                  <xsl:if test="@error"><span class="error" id="alias-error-{@person}"><xsl:value-of select="@error"/></span></xsl:if>
                </form>
              </td>
            </tr>
          </xsl:for-each>
        </tbody>
      </table>
    </div>
    <xsl:apply-templates select="list" mode="pages"/>
  </xsl:template>
</xsl:stylesheet>
