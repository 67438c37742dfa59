<?xml version="1.0" encoding="UTF-8"?>
<!-- Signing in: electronic identification when there is a provider, and the code of a letter. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns="http://www.w3.org/1999/xhtml"
                xmlns:f="urn:trygghetsregister:functions:1" exclude-result-prefixes="f">
  <xsl:import href="parts/layout.xsl"/>
  <xsl:import href="parts/forms.xsl"/>
  <xsl:template match="page" mode="main">
    <xsl:call-template name="heading"/>
    <p class="lead"><xsl:value-of select="f:message('sign-in.lead')"/></p>
    <div class="grid">
      <xsl:for-each select="identification">
        <section class="card">
          <h2><xsl:value-of select="@name"/></h2>
          <p><xsl:value-of select="f:message('sign-in.identification')"/></p>
          <div class="buttons">
            <a class="button" href="/logga-in/eid"><xsl:value-of select="f:message('sign-in.identify', 'name', string(@name))"/></a>
          </div>
        </section>
      </xsl:for-each>
      <section class="card">
        <h2><xsl:value-of select="f:message('sign-in.code-heading')"/></h2>
        <p><xsl:value-of select="f:message('sign-in.code')"/></p>
        <xsl:apply-templates select="form"/>
      </section>
    </div>
    <section class="text">
      <h2><xsl:value-of select="f:message('sign-in.help-heading')"/></h2>
      <p><xsl:value-of select="f:message('sign-in.help')"/></p>
    </section>
  </xsl:template>
</xsl:stylesheet>
